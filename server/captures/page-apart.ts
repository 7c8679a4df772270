import { answerApart } from '../run-apart.ts';
import { safePage } from './safe-page.ts';

answerApart((html: string) => safePage(html));
