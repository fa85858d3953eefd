/// The faults of the records of a file as they are found: the first are kept, all are counted.
///
/// A value that is a fault wherever it stands in a column is kept once, with how often it stands
/// there again.
struct FaultList {
  /// How many faults are told one by one.
  private static let limit = 1_000

  private(set) var faults: [RowFault] = []
  /// How many faults there are, kept or not.
  private(set) var count = 0
  private var places: [RowFault.Repeatable: Int] = [:]
  /// Every record with a fault.
  private(set) var records: Set<Int> = []

  var isEmpty: Bool { count == 0 }

  /// Takes a fault of a record in, or of one column of it.
  mutating func note(_ record: Int, column: Int? = nil, _ kind: RowFault.Kind) {
    count += 1
    records.insert(record)
    let fault = RowFault(record: record, column: column, kind: kind)
    let repeatable = fault.repeatable
    if let repeatable, let known = places[repeatable] {
      faults[known].repeats += 1
      return
    }
    guard faults.count < Self.limit else { return }
    if let repeatable { places[repeatable] = faults.count }
    faults.append(fault)
  }
}
