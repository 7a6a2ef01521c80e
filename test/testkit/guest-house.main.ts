import { runAgency } from '@simpul/kit/agency/run';
import { guestHouse } from './guest-house';

void runAgency(guestHouse('guest-house'));
