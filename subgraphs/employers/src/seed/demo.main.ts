import { runDemoLoader } from '@simpul/kit/agency/demo';
import { employers } from '../agency';

void runDemoLoader(employers);
