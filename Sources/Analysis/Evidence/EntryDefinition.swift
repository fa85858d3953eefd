import Instruments

/// How an entry of the ledger was asked and counted, as far as it decides whether two are alike.
struct EntryDefinition: Sendable, Hashable {
  private let methods: [String]
  private let measure: Measure
  private let unit: String?
  private let setting: String?
  private let observer: String?
  /// What the items ask that are counted: their words, answers and ends.
  private let questions: [Question]

  private struct Question: Hashable {
    let id: String
    let text: LocalizedText?
    let stem: LocalizedText?
    let format: String
    let points: [Point]
    let isReversed: Bool
  }

  init(_ instrument: Instrument, _ rule: RecordRule, _ measure: Measure) {
    methods = instrument.methods.sorted()
    var plain = measure
    plain.title = nil
    plain.below = nil
    self.measure = plain
    (unit, setting, observer) = (rule.unit, rule.setting, rule.observer)
    let ids = Set(
      measure.of + measure.among + [measure.by, measure.passed, measure.due].compactMap(\.self))
    questions = instrument.items.filter { ids.contains($0.id) }.map {
      Question(
        id: $0.id, text: $0.text, stem: $0.stem, format: $0.format.name, points: $0.format.points,
        isReversed: $0.isReversed)
    }
  }

  /// Why it cannot be compared with an earlier one, as the end of a sentence; `nil` where it can.
  func difference(from earlier: EntryDefinition) -> String? {
    if methods != earlier.methods { return "carries out another method now" }
    if Set(measure.practices) != Set(earlier.measure.practices) {
      return "is of other practices now"
    }
    if unit != earlier.unit { return "is counted in another unit now" }
    if setting != earlier.setting { return "is told by another setting now" }
    return self == earlier ? nil : "is asked or counted otherwise now"
  }
}
