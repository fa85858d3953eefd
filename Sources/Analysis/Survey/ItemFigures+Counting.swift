import Instruments
import Responses
import Statistics

extension ItemFigures {
  /// The figures of every item in one group of a tally.
  static func all(
    in table: ResponseTable, _ tally: SurveyTally, _ bucket: Int, _ place: GroupPlace?,
    population: Int?
  ) -> [ItemFigures] {
    let isIn: (Int) -> Bool = { place?.contains($0) ?? true }
    return table.instrument.items.compactMap { item in
      switch table.items[item.id] {
      case .codes?:
        return tally.items.first { $0.item.id == item.id }.map {
          coded($0, bucket, table.instrument.missing, population)
        }
      case .options(let column)?:
        return options(item, column, population, isIn)
      case .numbers(let column)?:
        let answers = column.cells.indices.filter(isIn).map { column.cells[$0] }
        return open(
          item, answers.map { $0 != nil }, population, Frequencies(answers.compactMap { $0 }))
      case .dates(let column)?:
        return open(
          item, column.cells.indices.filter(isIn).map { column.cells[$0] != nil }, population)
      case .texts(let column)? where item.role != .respondent:
        let rows = (0..<column.count).filter(isIn)
        return open(item, rows.map { !column[$0].allSatisfy(\.isWhitespace) }, population)
      default:
        return nil
      }
    }
  }

  private static func coded(
    _ tally: CodeTally, _ bucket: Int, _ declared: [Instrument.MissingReason], _ population: Int?
  ) -> ItemFigures {
    let item = tally.item
    let counts = tally.points.enumerated().map { index, point in
      (point: point, count: tally.count(UInt8(index), inGroup: bucket))
    }
    var missing = [("blank", tally.count(CellCode.blank, inGroup: bucket))]
    for (index, reason) in declared.enumerated() {
      missing.append(
        (reason.reason, tally.count(CellCode.firstDeclared + UInt8(index), inGroup: bucket)))
    }
    missing.append(("unreadable", tally.count(CellCode.unreadable, inGroup: bucket)))
    var answers: Frequencies?
    var favourable: Int?
    if case .scale(let scale) = item.format {
      answers = Frequencies(counts: counts.map { (Double($0.point.value ?? 0), $0.count) })
      favourable = scale.favourableCodes(isReversed: item.isReversed).map { codes in
        counts.reduce(0) { $0 + (codes.contains($1.point.value ?? .min) ? $1.count : 0) }
      }
    }
    return ItemFigures(
      id: item.id, title: item.title, n: counts.reduce(0) { $0 + $1.count },
      isReversed: item.isReversed, missing: missing.filter { $0.1 > 0 }.map { ($0.0, $0.1) },
      counts: counts, answers: answers, population: population, favourable: favourable)
  }

  private static func options(
    _ item: Item, _ column: OptionColumn, _ population: Int?, _ isIn: (Int) -> Bool
  ) -> ItemFigures {
    var counts = [Int](repeating: 0, count: column.points.count)
    var (answered, blank, unreadable) = (0, 0, 0)
    for (row, cell) in column.cells.enumerated() where isIn(row) {
      if cell & OptionColumn.unreadable != 0 {
        unreadable += 1
      } else if cell & OptionColumn.answered == 0 {
        blank += 1
      } else {
        answered += 1
        for option in counts.indices where cell >> UInt64(option) & 1 == 1 { counts[option] += 1 }
      }
    }
    return ItemFigures(
      id: item.id, title: item.title, n: answered, isReversed: false,
      missing: [("blank", blank), ("unreadable", unreadable)].filter { $0.1 > 0 },
      counts: zip(column.points, counts).map { (point: $0, count: $1) }, answers: nil,
      population: population, favourable: nil)
  }

  private static func open(
    _ item: Item, _ isAnswered: [Bool], _ population: Int?, _ answers: Frequencies? = nil
  ) -> ItemFigures {
    let answered = isAnswered.count { $0 }
    let blank = isAnswered.count - answered
    return ItemFigures(
      id: item.id, title: item.title, n: answered, isReversed: item.isReversed,
      missing: blank > 0 ? [("blank", blank)] : [], counts: [], answers: answers,
      population: population, favourable: nil)
  }
}

extension Scale {
  /// The favourable codes, mirrored on the scale where a high code speaks against the practice.
  func favourableCodes(isReversed: Bool) -> Set<Int>? {
    guard let favourable, let range else { return nil }
    return isReversed
      ? Set(favourable.map { range.lowerBound + range.upperBound - $0 }) : favourable
  }
}
