/** What shipped scales say, by the scale and its own words, in German; what a desk changed or wrote itself stays as it is. */
export const scales = {
  'scale.shipped.truth.Five-point truth scale': 'Wahrheitsskala in fünf Stufen',
  'scale.shipped.truth.False': 'Falsch',
  'scale.shipped.truth.Mostly false': 'Größtenteils falsch',
  'scale.shipped.truth.Mixed': 'Teils, teils',
  'scale.shipped.truth.Mostly true': 'Größtenteils richtig',
  'scale.shipped.truth.True': 'Richtig',
  'scale.shipped.truth.Unproven': 'Unbelegt',

  'scale.shipped.six-steps.Six steps, absurd to true': 'Sechs Stufen, absurd bis richtig',
  'scale.shipped.six-steps.Absurd': 'Absurd',
  'scale.shipped.six-steps.False': 'Falsch',
  'scale.shipped.six-steps.Mostly false': 'Größtenteils falsch',
  'scale.shipped.six-steps.Half true': 'Halb richtig',
  'scale.shipped.six-steps.Mostly true': 'Größtenteils richtig',
  'scale.shipped.six-steps.True': 'Richtig',

  'scale.shipped.credibility.Scientists: −2 to +2': 'Wissenschaft: −2 bis +2',
  'scale.shipped.credibility.−2 Very low': '−2 Sehr niedrig',
  'scale.shipped.credibility.−1 Low': '−1 Niedrig',
  'scale.shipped.credibility.0 Neutral': '0 Mittel',
  'scale.shipped.credibility.+1 High': '+1 Hoch',
  'scale.shipped.credibility.+2 Very high': '+2 Sehr hoch',

  'scale.shipped.magazine.Magazine: before publication': 'Magazin: vor dem Druck',
  'scale.shipped.magazine.Confirmed': 'Bestätigt',
  'scale.shipped.magazine.Change needed': 'Zu ändern',
  'scale.shipped.magazine.Can’t confirm': 'Nicht zu bestätigen',
  'scale.shipped.magazine.Author’s risk': 'Auf Verantwortung der Autorin oder des Autors',

  'scale.shipped.averitec.AVeriTeC: four labels': 'AVeriTeC: vier Bewertungen',
  'scale.shipped.averitec.Supported': 'Gestützt',
  'scale.shipped.averitec.Refuted': 'Widerlegt',
  'scale.shipped.averitec.Not enough evidence': 'Zu wenig Belege',
  'scale.shipped.averitec.Conflicting evidence/cherrypicking': 'Widersprüchliche Belege/Rosinenpickerei',
} as const;
