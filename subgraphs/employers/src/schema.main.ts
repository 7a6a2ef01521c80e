import { printAgencySdl } from '@simpul/kit/agency/print-sdl';
import { employers } from './agency';

void printAgencySdl(employers);
