import { checkWithoutMouse } from '../../support/without-a-mouse.ts';

checkWithoutMouse(2, 2);
