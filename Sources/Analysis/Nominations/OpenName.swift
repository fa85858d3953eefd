public import Responses

extension PupilList {
  /// A written name that could be somebody's, with nothing of who wrote it.
  public struct OpenName: Sendable {
    /// What was written.
    public let text: String
    /// How often it was written.
    public let times: Int
    /// All whom it could mean, whoever wrote it: places on the roll, ascending.
    public let candidates: [Int]
    /// The keys by which `mhars names` calls it, one for each class that wrote it, sorted; none for
    /// a name that was erased.
    public let keys: [String]
    /// Why it is a question; `nil` for a name that was erased.
    public let reason: NameReason?
  }
}

extension PupilList.OpenName {
  /// The written names, equal ones together with all whom any of them could mean.
  ///
  /// - Complexity: O(n log n) for n written names that are open.
  static func all(of nominations: Nominations) -> [PupilList.OpenName] {
    var found: [String: (times: Int, candidates: Set<Int32>)] = [:]
    for name in nominations.unresolved {
      found[name.text, default: (0, [])].times += 1
      found[name.text, default: (0, [])].candidates.formUnion(name.candidates)
    }
    let entries = nominations.queue.openByText
    return found.sorted { $0.key < $1.key }.map { text, entry in
      let own = entries[NameQueue.plain(text)] ?? []
      return PupilList.OpenName(
        text: text, times: entry.times, candidates: entry.candidates.map(Int.init).sorted(),
        keys: own.map(\.key).sorted(), reason: own.first?.reason)
    }
  }
}
