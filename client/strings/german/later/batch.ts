import type { batch as english } from '../../later/batch.ts';
import type { Translated } from '../../message.ts';

/** The messages of articles that come in together, in German. */
export const batch: Translated<typeof english> = {
  'batch.folder': 'Ordner wählen',
  'batch.addresses': {
    one: '{count} Adresse: Die Seite wird ein Artikel',
    other: '{count} Adressen: Jede wird ein Artikel',
  },
  'batch.ofFiles': 'Dateien',
  'batch.ofAddresses': 'Adressen',
  'batches.title': 'Gemeinsam hereingeholt',
  'batches.none': 'Es wurde noch nichts gemeinsam hereingeholt',
  'batches.noneWords':
    'Wählen Sie beim Anlegen eines Artikels einen Ordner oder mehrere Dateien, oder fügen Sie eine Liste von Adressen ein, eine je Zeile.',
  'batches.begin': 'Neuer Artikel',
  'batch.state.going': 'Wird hereingeholt',
  'batch.state.stopped': 'Angehalten',
  'batch.state.ended': 'Fertig',
  'batch.progress': '{ended} von {all} abgeschlossen',
  'batch.done': { one: '{count} Artikel', other: '{count} Artikel' },
  'batch.failed': { one: '{count} fehlgeschlagen', other: '{count} fehlgeschlagen' },
  'batch.calledOff': { one: '{count} nicht hereingeholt', other: '{count} nicht hereingeholt' },
  'batch.stop': 'Anhalten',
  'batch.goOn': 'Fortsetzen',
  'batch.againAll': 'Fehlgeschlagenes erneut versuchen',
  'batch.callOffAll': 'Den Rest abbrechen',
  'batch.item.waiting': 'Wartet',
  'batch.item.reading': 'Wird gelesen',
  'batch.item.done': 'Fertig',
  'batch.item.failed': 'Fehlgeschlagen',
  'batch.item.called-off': 'Nicht hereingeholt',
  'batch.again': 'Erneut versuchen',
  'batch.againItem': 'Erneut versuchen: {name}',
  'batch.callOff': 'Abbrechen',
  'batch.callOffItem': 'Abbrechen: {name}',
  'batch.known': 'Das ist hier schon vorhanden.',
  'batch.knownOpen': 'Öffnen',
  'batch.allTheSame': 'Trotzdem hereinholen',
  'batch.allTheSameItem': 'Trotzdem hereinholen: {name}',
  'batch.untitled': 'Artikel ohne Titel',
  'batch.sending':
    '{name} wird gesendet: {sent} von {all}. Lassen Sie diese Seite offen, bis alles gesendet ist; was gesendet ist, ist sicher.',
  'batch.sendingOffline': 'Keine Verbindung: Das Senden geht weiter, sobald sie wieder da ist.',
  'batch.missing': {
    one: '{count} Datei wurde nicht gesendet. Wählen Sie denselben Ordner noch einmal: Nur was fehlt, wird gesendet.',
    other:
      '{count} Dateien wurden nicht gesendet. Wählen Sie denselben Ordner noch einmal: Nur was fehlt, wird gesendet.',
  },
  'batch.chooseAgain': 'Noch einmal wählen',
  'batch.refused': '{name} wurde nicht angenommen: {why}',
  'batch.stale': 'So stand es zuletzt. {why}',
  'batch.empty': 'Es ist noch nichts darin.',
  'batch.list': 'Dateien und Adressen',
};
