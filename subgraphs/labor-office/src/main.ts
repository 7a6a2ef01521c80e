import { runAgency } from '@simpul/kit/agency/run';
import { laborOffice } from './agency';

void runAgency(laborOffice);
