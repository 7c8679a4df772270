import { checkWithoutMouse } from '../support/without-a-mouse.ts';

checkWithoutMouse(4, 5);
