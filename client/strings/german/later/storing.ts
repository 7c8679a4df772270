import type { storing as english } from '../../later/storing.ts';
import type { Translated } from '../../message.ts';

/** What is said while the server cannot store anything, in German. */
export const storing: Translated<typeof english> = {
  'storing.full': 'Der Datenträger des Servers ist voll, deshalb lässt sich jetzt nichts speichern.',
  'storing.gone':
    'Die Datenbank des Servers ist nicht mehr dort, wo sie war, deshalb lässt sich jetzt nichts speichern.',
  'storing.away': 'Die Datenbank des Servers antwortet nicht, deshalb lässt sich jetzt nichts speichern.',
  'storing.locked':
    'Ein anderes Programm hält die Datenbank des Servers fest, deshalb lässt sich jetzt nichts speichern.',
  'storing.broken': 'Der Datenträger des Servers nimmt nichts an, deshalb lässt sich jetzt nichts speichern.',
  'storing.kept':
    'Was Sie tun, wird in diesem Browser aufbewahrt und von selbst gesendet, sobald es gespeichert werden kann. Lesen geht weiter.',
  'storing.notKept':
    'Was Sie tun, wartet auf dieser Seite und wird von selbst gesendet, sobald es gespeichert werden kann. Lassen Sie die Seite offen.',
};
