/// What the vectors of a key come to.
public struct VectorRun: Sendable {
  /// One figure that a vector asks for and does not get.
  public struct Failure: Hashable, Sendable {
    /// The place of the vector, from 0.
    public let vector: Int
    /// The score.
    public let score: String
    /// Whether the band is wrong rather than the score.
    public let isBand: Bool
    /// What the vector asks for.
    public let expected: String
    /// What the key gives.
    public let found: String
  }

  /// How many vectors there are.
  public let vectors: Int
  /// How many scores and bands they ask for.
  public let figures: Int
  /// The figures that are not as they should be.
  public let failures: [Failure]

  /// Runs all vectors of an instrument; none where it has no terms.
  public init(_ instrument: Instrument) {
    let vectors = instrument.terms?.vectors ?? []
    let items = instrument.items.filter { if case .scale = $0.format { true } else { false } }
    let persons = PersonScores(instrument)
    var figures = 0
    var failures: [Failure] = []
    for (place, vector) in vectors.enumerated() {
      let pairs = zip(items, vector.answers).compactMap { item, code in code.map { (item.id, $0) } }
      let found = persons.scores(of: Dictionary(pairs) { first, _ in first })
      for expected in vector.expected {
        figures += 1
        let value = found.first { $0.score.id == expected.score }?.value
        if !expected.value.isMet(by: value) {
          failures.append(
            Failure(
              vector: place, score: expected.score, isBand: false, expected: expected.value.text,
              found: value?.text ?? "no such score"))
        }
      }
      for (id, band) in vector.bands.sorted(by: { $0.key < $1.key }) {
        figures += 1
        let own = found.first { $0.score.id == id }
        let label = own.flatMap { own -> String? in
          guard case .number(let number) = own.value else { return nil }
          return own.score.bands?.label(of: number)
        }
        if label != band {
          failures.append(
            Failure(
              vector: place, score: id, isBand: true, expected: band, found: label ?? "no band"))
        }
      }
    }
    self.vectors = vectors.count
    self.figures = figures
    self.failures = failures
  }
}

extension KeyVector.Expectation {
  /// Whether a score is what was asked for, to the last digit.
  func isMet(by value: PersonScores.Value?) -> Bool {
    switch (self, value) {
    case (.number(let a), .number(let b)): a == b
    case (.label(let a), .label(let b)): a == b
    case (.none, PersonScores.Value.none?): true
    case (.refused, .refused): true
    default: false
    }
  }

  /// The words of a file and of messages.
  public var text: String {
    switch self {
    case .number(let number): number.plain
    case .label(let label): label
    case .none: "none"
    case .refused: "refused"
    }
  }
}

extension PersonScores.Value {
  /// The words of messages.
  public var text: String {
    switch self {
    case .number(let number): number.plain
    case .label(let label): label
    case .none: "none"
    case .refused(let reason): "refused (\(reason))"
    }
  }
}

extension Double {
  /// The fewest digits that read back as the same number, whole numbers without a point.
  var plain: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
