import { printAgencySdl } from '@simpul/kit/agency/print-sdl';
import { province } from './agency';

void printAgencySdl(province);
