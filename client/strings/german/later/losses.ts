const forms = (one: string, other: string) => ({ one: `{count} ${one}`, other: `{count} ${other}` });

/** What an export loses, by the names that the server has for it, in German. */
export const losses = {
  'received.loss.no-place': 'Kein Platz ist für: {things}.',
  'received.loss.no-place.text': 'den Text des Artikels',
  'received.loss.no-place.claims': forms('Behauptung', 'Behauptungen'),
  'received.loss.no-place.orphans': forms(
    'Behauptung, deren Wörter im Artikel fehlen',
    'Behauptungen, deren Wörter im Artikel fehlen',
  ),
  'received.loss.no-place.verdicts': forms('Urteil', 'Urteile'),
  'received.loss.no-place.scale': 'die Skala',
  'received.loss.no-place.rationales': forms('Begründung', 'Begründungen'),
  'received.loss.no-place.withdrawnClaims': forms('zurückgezogene Behauptung', 'zurückgezogene Behauptungen'),
  'received.loss.no-place.attributionChains': forms(
    'Zuschreibung über die erste Person hinaus',
    'Zuschreibungen über die erste Person hinaus',
  ),
  'received.loss.no-place.attributionDetails': forms(
    'Zuschreibung, die mehr als Namen nennt',
    'Zuschreibungen, die mehr als Namen nennen',
  ),
  'received.loss.no-place.workDetails': forms(
    'Behauptung mit Priorität, Schlagwörtern, Zuweisung oder Frist',
    'Behauptungen mit Priorität, Schlagwörtern, Zuweisung oder Frist',
  ),
  'received.loss.no-place.parts': forms(
    'Behauptung, die Teil einer anderen ist',
    'Behauptungen, die Teile anderer sind',
  ),
  'received.loss.no-place.evidenceDetails': forms(
    'Beleg mit Verhältnis zur Behauptung, Fundstelle und Anmerkung',
    'Belege mit Verhältnis zur Behauptung, Fundstelle und Anmerkung',
  ),
  'received.loss.no-place.calculationInputs': forms(
    'Berechnung in ihrer Form (Eingaben, Einheiten, Rundung, Herkunft)',
    'Berechnungen in ihrer Form (Eingaben, Einheiten, Rundung, Herkunft)',
  ),
  'received.loss.no-place.withdrawnEvidence': forms('zurückgezogenen Beleg', 'zurückgezogene Belege'),
  'received.loss.no-place.sourceOrigins': forms(
    'Quelle, die auf eine andere zurückgeht',
    'Quellen, die auf andere zurückgehen',
  ),
  'received.loss.no-place.sourceDetails': forms(
    'Quelle mit ihren Personen oder ihrer Sprache',
    'Quellen mit ihren Personen oder ihrer Sprache',
  ),
  'received.loss.no-place.unusedSources': forms(
    'Quelle, auf die sich kein Beleg stützt',
    'Quellen, auf die sich kein Beleg stützt',
  ),
  'received.loss.no-place.otherVerdicts': forms(
    'Urteil, das nicht den Ausschlag gab',
    'Urteile, die nicht den Ausschlag gaben',
  ),
  'received.loss.no-place.withdrawnVerdicts': forms(
    'zurückgezogenes oder ersetztes Urteil',
    'zurückgezogene oder ersetzte Urteile',
  ),
  'received.loss.no-place.threads': forms('Gespräch der Diskussion', 'Gespräche der Diskussion'),
  'received.loss.no-place.resolutions': forms('Erledigung eines Gesprächs', 'Erledigungen von Gesprächen'),
  'received.loss.no-place.withdrawnMessages': forms('zurückgezogene Nachricht', 'zurückgezogene Nachrichten'),
  'received.loss.no-place.corrections': forms('vorgeschlagene Korrektur', 'vorgeschlagene Korrekturen'),
  'received.loss.no-place.withdrawnCorrections': forms('zurückgezogene Korrektur', 'zurückgezogene Korrekturen'),
  'received.loss.no-place.answeredCorrections': forms(
    'angenommene oder abgelehnte Korrektur',
    'angenommene oder abgelehnte Korrekturen',
  ),
  'received.loss.no-place.pictures': forms('Bild, dessen Unterschrift bleibt', 'Bilder, deren Unterschriften bleiben'),
  'received.loss.no-place.rationaleForm': forms(
    'Begründung in ihrer Form (Listen, Hervorhebungen, Links)',
    'Begründungen in ihrer Form (Listen, Hervorhebungen, Links)',
  ),
  'received.loss.no-place.signedRationales': forms(
    'Begründung, wie sie unterschrieben wurde, bevor sie umformuliert wurde',
    'Begründungen, wie sie unterschrieben wurden, bevor sie umformuliert wurden',
  ),
  'received.loss.no-place.asides': forms(
    'Stelle, an der nichts zu prüfen ist',
    'Stellen, an denen nichts zu prüfen ist',
  ),
  'received.loss.no-place.contacts': forms('Kontakt mit Protokoll', 'Kontakte mit Protokoll'),
  'received.loss.no-place.withdrawnContacts': forms('zurückgezogener Kontakt', 'zurückgezogene Kontakte'),
  'received.loss.no-place.removals': forms('beim Einlesen entfernte Stelle', 'beim Einlesen entfernte Stellen'),
  'received.loss.no-place.withdrawnDecisions': forms(
    'zurückgenommene oder ersetzte Entscheidung',
    'zurückgenommene oder ersetzte Entscheidungen',
  ),
  'received.loss.no-place.work': forms(
    'Behauptung mit ihren Prüfungen und dem Abzeichnen',
    'Behauptungen mit ihren Prüfungen und dem Abzeichnen',
  ),
  'received.loss.no-place.workSteps': forms(
    'Arbeitsschritt mit dem, woran er gebunden war',
    'Arbeitsschritte mit dem, woran sie gebunden waren',
  ),
  'received.loss.no-place.settings': 'was die Redaktion für den Artikel festgelegt hat',
  'received.loss.no-place.history': forms('Eintrag des Verlaufs', 'Einträge des Verlaufs'),
  'received.loss.left-out': 'Weggelassen: {things}.',
  'received.loss.left-out.unjudged': forms('Behauptung ohne Ergebnis', 'Behauptungen ohne Ergebnis'),
  'received.loss.left-out.stale': forms(
    'Behauptung, deren Wortlaut oder Belege sich nach dem Urteil geändert haben',
    'Behauptungen, deren Wortlaut oder Belege sich nach dem Urteil geändert haben',
  ),
  'received.loss.left-out.orphaned': forms(
    'Behauptung, deren Wortlaut im Artikel fehlt',
    'Behauptungen, deren Wortlaut im Artikel fehlt',
  ),
  'received.loss.left-out.disputed': forms('strittige Behauptung', 'strittige Behauptungen'),
  'received.loss.left-out.occurrence': forms(
    'Behauptung, die eine andere wiederholt',
    'Behauptungen, die andere wiederholen',
  ),
  'received.loss.left-out.undecided': forms(
    'Behauptung, über die die Leitung noch entscheidet',
    'Behauptungen, über die die Leitung noch entscheidet',
  ),
  'received.loss.pictured': 'Durch ihre Bilder gezeigt, weil eine Textdatei sie nicht fasst: {things}.',
  'received.loss.pictured.characters': forms('Steuerzeichen des Textes', 'Steuerzeichen des Textes'),
  'received.loss.cut': 'Gekürzt, weil eine Zelle nicht mehr fasst: {things}.',
  'received.loss.cut.texts': forms('Text', 'Texte'),
  'received.loss.no-author': 'Ohne Urheber veröffentlicht: {things}.',
  'received.loss.no-author.claims': forms(
    'Behauptung, bei der weder Mensch noch Organisation genannt ist',
    'Behauptungen, bei denen weder Mensch noch Organisation genannt ist',
  ),
  'received.loss.not-public': 'Was nicht öffentlich ist, fehlt.',
  'received.loss.not-whole': 'Es ist nicht der ganze Artikel: Er lässt sich daraus nicht wiederherstellen.',
  'received.loss.long-claims': 'Suchmaschinen zeigen nur den Anfang: {things}.',
  'received.loss.long-claims.claims': forms(
    'Behauptung mit mehr als 75 Zeichen',
    'Behauptungen mit mehr als 75 Zeichen',
  ),
  'received.loss.rated-claims': 'Das Urteil steht schon in der Aussage: {things}.',
  'received.loss.rated-claims.claims': forms('Behauptung', 'Behauptungen'),
  'received.loss.no-address': 'Die Redaktion hat keine Adresse: Ihre Besprechungen nennen sie ohne.',
};
