import { runAgency } from '@simpul/kit/agency/run';
import { employers } from './agency';

void runAgency(employers);
