import Diagnostics

/// An instrument as far as its file could be read, each part with its place.
struct InstrumentDraft {
  struct Point {
    var code: Located<String>?
    var label: Located<LocalizedText>?
    var span: Span
  }

  struct MissingReason {
    var reason: Located<String>
    var point: Point
  }

  struct Scale {
    var id: Located<String>
    var points: [Point]
    var favourable: [Located<String>]?
  }

  struct Item {
    var id: Located<String>?
    var text: Located<LocalizedText>?
    /// `nil` where the type, the scale or the choices could not be read.
    var format: Format?
    var reverse: Located<Bool>?
    var practice: Located<String>?
    var role: Located<Instruments.Item.Role>?
    var importance: Located<Instruments.Item.Importance>?
    var span: Span
  }

  enum Format {
    /// A scale by its id.
    case scale(String)
    case choices([Point], allowsSeveral: Bool)
    case open(AnswerFormat)
  }

  struct Section {
    var id: Located<String>?
    var stem: Located<LocalizedText>?
    var items: [Item]
    /// How many items the file lists, those that could not be read included; `nil` where its
    /// `items` are no list.
    var itemCount: Int?
    var span: Span
  }

  struct Use {
    var item: Located<String>
    var reverse: Located<Bool>?
  }

  struct Score {
    var id: Located<String>?
    var title: Located<LocalizedText>?
    var uses: [Use]
    /// How many items the file lists, those that could not be read included.
    var itemCount: Int
    var method: Located<Instruments.Score.Method>?
    var minimumAnswered: Located<Int>?
    var range: ClosedRange<Double>?
    var rules = KeyRules()
    var span: Span
  }

  /// What only the scores of published keys have.
  struct KeyRules {
    var sources: [Located<String>] = []
    var recode: [(code: Located<Int>, value: Int)] = []
    var rounding: Instruments.Score.Rounding?
    var table: [Double: Double] = [:]
    var labels: [Label] = []
    var bands: [Band] = []
    var scheme: Located<String>?
    var isOutcome: Located<Bool>?
    var better: Instruments.Score.Direction?
    var awaited: Located<Instruments.Score.Awaited>?
    var confidence: [KeyField: Confidence] = [:]
  }

  struct Label {
    var label: Located<String>
    var codes: [(item: Located<String>, codes: [Located<Int>])]
  }

  struct Band {
    var band: Banding.Band
    var span: Span
  }

  struct Licence {
    var licence: KeyTerms.Licence
    var span: Span
  }

  struct Vector {
    var answers: [Located<Int?>]
    var expected: [(score: Located<String>, value: Located<KeyVector.Expectation>)]
    var bands: [(score: Located<String>, label: Located<String>)]
    var note: String?
    var span: Span
  }

  struct Alias {
    var item: Located<String>
    var headings: [Located<String>]
  }

  /// Where the file starts.
  var span: Span
  var id: Located<String>?
  var version: Located<String>?
  var title: Located<LocalizedText>?
  var framework: Located<String>?
  var audience: Located<Instrument.Audience>?
  var privacy: Located<Instrument.Privacy>?
  var methods: [Located<String>] = []
  var missing: [MissingReason] = []
  var scales: [Scale] = []
  var sections: [Section] = []
  var scores: [Score] = []
  var record: RecordDraft?
  var aliases: [Alias] = []
  var key: Located<String>?
  var keyText: Located<String>?
  var licence: Licence?
  var confidence: [KeyField: Confidence] = [:]
  var vectors: [Vector] = []

  /// The items of all sections, in the author's order.
  var items: [Item] { sections.flatMap(\.items) }

  /// The items that have an id, by it; of two with one id the first.
  var itemsByID: [String: Item] {
    let pairs = items.compactMap { item in item.id.map { ($0.value, item) } }
    return Dictionary(pairs) { first, _ in first }
  }

  func scale(_ id: String) -> Scale? { scales.first { $0.id.value == id } }
}

extension InstrumentDraft.Item {
  /// The id of the item's scale; `nil` where it is answered in another way.
  var scale: String? {
    guard case .scale(let id) = format else { return nil }
    return id
  }

  /// The item's name in a message.
  var name: String { id?.value ?? "an item" }
}
