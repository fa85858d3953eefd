import Diagnostics

/// The record rule of an instrument as far as its file could be read, each part with its place.
struct RecordDraft {
  struct Measure {
    var id: Located<String>?
    var title: Located<LocalizedText>?
    var kind: Located<Instruments.Measure.Kind>?
    var of: [Located<String>] = []
    var among: [Located<String>] = []
    var by: Located<String>?
    var values: [Located<String>] = []
    var per: Located<Double>?
    var atLeast: Located<Double>?
    var below: Located<Double>?
    var passed: Located<String>?
    var due: Located<String>?
    var better: Located<Score.Direction>?
    var practices: [Located<String>] = []
    var feeds: Located<Instruments.Measure.Feed>?
    var span: Span
  }

  struct Minimum {
    var units: Located<Int>?
    var settings: Located<Int>?
    var count: Located<Int>?
  }

  var unit: Located<String>?
  var setting: Located<String>?
  var observer: Located<String>?
  var tier: Located<String>?
  var sample: Located<RecordRule.Sample>?
  var minimum = Minimum()
  var minutes: Located<Double>?
  var measures: [Measure] = []
  var span: Span

  /// The practices of all measures.
  var practices: [Located<String>] { measures.flatMap(\.practices) }

  /// The rule that the draft describes, without the measures that could not be read.
  var rule: RecordRule {
    RecordRule(
      unit: unit?.value, setting: setting?.value, observer: observer?.value, tier: tier?.value,
      sample: sample?.value,
      minimum: RecordRule.Minimum(
        units: minimum.units?.value ?? 0, settings: minimum.settings?.value ?? 0,
        count: minimum.count?.value ?? 0),
      minutes: minutes?.value,
      measures: measures.compactMap(\.measure))
  }
}

extension RecordDraft.Measure {
  fileprivate var measure: Measure? {
    guard let id, let kind else { return nil }
    return Measure(
      id: id.value, title: title?.value, kind: kind.value, of: of.map(\.value),
      among: among.map(\.value), by: by?.value, values: values.map(\.value),
      per: per?.value ?? 100, atLeast: atLeast?.value, below: below?.value,
      passed: passed?.value, due: due?.value, better: better?.value ?? .higher,
      practices: practices.map(\.value),
      feeds: feeds?.value)
  }

  /// The measure's name in a message.
  var name: String { id?.value ?? "a measure" }
}
