import type { Translated } from '../message.ts';
import type { rationale as english } from '../rationale.ts';

/** The messages about why a claim is judged as it is, in German. */
export const rationale: Translated<typeof english> = {
  'rationale.edit': 'Begründung bearbeiten',
  'rationale.sign': 'Diesen Wortlaut unterschreiben',
  'rationale.close': 'Schließen',
  'rationale.together': 'Hier schreiben alle gemeinsam.',
  'rationale.hands': 'Geschrieben von {names}',
  'rationale.before': 'Unterschrieben, bevor die Begründung geschrieben war.',
  'rationale.reworded': 'Seit der Unterschrift umformuliert',
};
