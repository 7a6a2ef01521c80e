import { runAgency } from '@simpul/kit/agency/run';
import { trainingCenter } from './agency';

void runAgency(trainingCenter);
