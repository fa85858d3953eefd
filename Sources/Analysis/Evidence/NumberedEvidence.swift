/// A source of figures with its number in a round, by which text calls it: `E3`.
///
/// The numbers run over all evidence of the round by its ids, whatever framework sorts it.
public struct NumberedEvidence: Sendable, Hashable {
  /// The number, from 1.
  public let number: Int
  /// The id of the instrument, or of the entry of the ledger.
  public let id: String
  /// The id of the instrument.
  public let instrument: String

  /// The short id, such as `E3`.
  public var mark: String { "E\(number)" }

  /// Numbers the sources, each once, by their instruments and ids.
  static func all(_ sources: [(id: String, instrument: String)]) -> [NumberedEvidence] {
    var known: Set<String> = []
    let ordered = sources.filter { known.insert($0.id).inserted }
      .sorted { ($0.instrument, $0.id) < ($1.instrument, $1.id) }
    return ordered.enumerated().map {
      NumberedEvidence(number: $0 + 1, id: $1.id, instrument: $1.instrument)
    }
  }
}

extension GapTable {
  /// The numbers of some sources, in their order; ids that are none are left out.
  public func numbers(of ids: some Sequence<String>) -> [Int] {
    let wanted = Set(ids)
    return numbered.filter { wanted.contains($0.id) }.map(\.number)
  }
}
