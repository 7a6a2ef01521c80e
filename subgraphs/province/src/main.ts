import { runAgency } from '@simpul/kit/agency/run';
import { province } from './agency';

void runAgency(province);
