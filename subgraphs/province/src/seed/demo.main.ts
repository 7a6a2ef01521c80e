import { runDemoLoader } from '@simpul/kit/agency/demo';
import { province } from '../agency';

void runDemoLoader(province);
