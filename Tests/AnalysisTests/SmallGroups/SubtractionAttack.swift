/// What can be had from sums that are known, by adding and subtracting them: their linear span.
///
/// It knows nothing of columns and years, only who is counted in what.
struct SubtractionAttack {
  private var rows: [[Double]] = []

  /// Takes a group as known; a person is an entry, 1 where counted.
  mutating func learn(_ group: [Double]) {
    let rest = reduced(group)
    guard let pivot = rest.firstIndex(where: { abs($0) > 1e-9 }) else { return }
    let scaled = rest.map { $0 / rest[pivot] }
    for index in rows.indices {
      let factor = rows[index][pivot]
      if abs(factor) > 1e-12 {
        rows[index] = zip(rows[index], scaled).map { $0 - factor * $1 }
      }
    }
    rows.append(scaled)
  }

  /// Whether the sum over a group follows from what is known.
  func gives(_ group: [Double]) -> Bool { reduced(group).allSatisfy { abs($0) < 1e-7 } }

  private func reduced(_ group: [Double]) -> [Double] {
    var rest = group
    for row in rows {
      guard let pivot = row.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
      let factor = rest[pivot]
      if abs(factor) > 1e-12 { rest = zip(rest, row).map { $0 - factor * $1 } }
    }
    return rest
  }
}
