/// How salient items are in the lists that persons wrote from memory.
///
/// Convention F1.
public struct FreeLists: Sendable, Hashable {
  /// One item that was listed.
  public struct Item: Sendable, Hashable {
    /// The number that stands for the item.
    public let id: Int
    /// How many lists hold it, at least 1.
    public let lists: Int
    /// The mean of its places in those lists, counted from 1.
    public let meanRank: Double
    /// Smith's S: the mean of (L − rank + 1)/L over all persons, 0 where not listed; 0 to 1.
    public let smith: Double
    /// Sutrop's cognitive salience: lists / (persons × mean rank), from 0 to 1.
    public let sutrop: Double
  }

  /// The number of persons that both indices divide by.
  public let persons: Int
  /// The items that were listed, the most salient first by Smith's S, then by id.
  public let items: [Item]

  /// Reads lists of item ids in the order in which they were written.
  ///
  /// An id that a list repeats counts at its first place only, and L is the number of distinct ids
  /// of a list. `persons` is the number who were asked, at least the number of lists; without it,
  /// all lists count, empty ones included. J. J. Smith and S. P. Borgatti, Journal of Linguistic
  /// Anthropology 7 (1997) 208–209; U. Sutrop, Field Methods 13 (2001) 263–276.
  /// The result is `nil` without persons or for fewer persons than lists.
  public init?(_ lists: [[Int]], persons: Int? = nil) {
    let persons = persons ?? lists.count
    guard persons > 0, persons >= lists.count else { return nil }
    var tallies: [Int: Tally] = [:]
    for list in lists {
      var seen = Set<Int>()
      let distinct = list.filter { seen.insert($0).inserted }
      for (place, id) in distinct.enumerated() {
        tallies[id, default: Tally()].add(rank: place + 1, of: distinct.count)
      }
    }
    self.persons = persons
    items = tallies.map { id, tally in
      let meanRank = Double(tally.rankSum) / Double(tally.lists)
      return Item(
        id: id, lists: tally.lists, meanRank: meanRank,
        smith: CompensatedSum.sorted(tally.saliences) / Double(persons),
        sutrop: Double(tally.lists) / (Double(persons) * meanRank))
    }
    .sorted { ($1.smith, $0.id) < ($0.smith, $1.id) }
  }

  private struct Tally {
    var lists = 0
    var rankSum = 0
    var saliences: [Double] = []

    mutating func add(rank: Int, of length: Int) {
      lists += 1
      rankSum += rank
      saliences.append(Double(length - rank + 1) / Double(length))
    }
  }
}
