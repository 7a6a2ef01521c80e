import { printAgencySdl } from '@simpul/kit/agency/print-sdl';
import { trainingCenter } from './agency';

void printAgencySdl(trainingCenter);
