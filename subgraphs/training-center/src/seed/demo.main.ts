import { runDemoLoader } from '@simpul/kit/agency/demo';
import { trainingCenter } from '../agency';

void runDemoLoader(trainingCenter);
