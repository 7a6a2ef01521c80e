import { runDemoLoader } from '@simpul/kit/agency/demo';
import { laborOffice } from '../agency';

void runDemoLoader(laborOffice);
