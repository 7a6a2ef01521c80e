import { printAgencySdl } from '@simpul/kit/agency/print-sdl';
import { laborOffice } from './agency';

void printAgencySdl(laborOffice);
