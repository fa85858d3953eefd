import Analysis
import Instruments
import Responses

/// The cells of one column of the table of responses, as places among prepared cells where few
/// different ones occur.
struct PersonsCells {
  /// The place of an empty cell.
  static let empty: Int32 = -1
  /// The place of a cell that is written by itself.
  static let own: Int32 = -2

  private enum Source {
    case row(ResponseTable)
    case ids(TextColumn)
    case codes([UInt8])
    case groups(Grouping)
    case chosen([UInt64], place: Int)
    case numbers([Double?])
    case dates([CalendarDay?])
    case score(Int, isBand: Bool)
    case flags
    case nothing
  }

  private let source: Source
  /// The prepared place of each code, group, choice, flag or value of a score.
  private var places: [Int32] = []

  /// Makes the cells of a column, and prepares those that are known at the start.
  init(
    _ content: PersonsColumn.Content, of persons: PersonFigures,
    preparing cells: inout PreparedCells
  ) {
    let table = persons.table
    switch content {
    case .row: source = .row(table)
    case .id: source = table.identifiers.map { .ids($0) } ?? .nothing
    case .by(let grouping):
      source = .groups(grouping)
      places = grouping.values.map { cells.append(.text($0)) }
    case .item(let item):
      switch table.items[item.id] {
      case .codes(let column):
        source = .codes(column.cells)
        places = column.points.map { cells.append(Self.cell($0)) }
        places += Array(repeating: Self.empty, count: 256 - places.count)
      case .numbers(let column): source = .numbers(column.cells)
      case .dates(let column): source = .dates(column.cells)
      case .options, .texts, nil: source = .nothing
      }
    case .choice(let item, let place):
      if case .options(let column)? = table.items[item.id] {
        source = .chosen(column.cells, place: place)
        places = [cells.append(.count(0)), cells.append(.count(1))]
      } else {
        source = .nothing
      }
    case .score(let score): source = .score(score, isBand: false)
    case .band(let score): source = .score(score, isBand: true)
    case .flags:
      source = .flags
      places = (0..<1 << PersonFlags.words.count).map { bits in
        let words = PersonFlags(rawValue: UInt8(bits)).words
        return cells.append(.text(words.joined(separator: ";")))
      }
    }
  }

  /// A code as a number where it is one, so that it stays one even below zero.
  private static func cell(_ point: Point) -> CSVWriter.Cell {
    point.value.map { .count($0) } ?? .text(point.code)
  }

  /// Writes the places of a block's cells from `start` on, and prepares values that are new.
  mutating func load(
    _ block: PersonBlock, into target: inout [Int32], from start: Int,
    preparing cells: inout PreparedCells
  ) {
    let first = block.rows.lowerBound
    let rows = 0..<block.rows.count
    switch source {
    case .codes(let codes):
      for row in rows { target[start + row] = places[Int(codes[first + row])] }
    case .score(let score, let isBand):
      let (found, values) = block.scores[score]
      for value in values[places.count...] {
        places.append(cells.append(isBand ? .text(value.band) : .number(value.number)))
      }
      for row in rows {
        target[start + row] = found[row] < 0 ? Self.empty : places[Int(found[row])]
      }
    case .flags: for row in rows { target[start + row] = places[Int(block.flags[row].rawValue)] }
    case .groups(let grouping):
      for row in rows {
        target[start + row] = grouping.place(ofRow: first + row).map { places[$0] } ?? Self.empty
      }
    case .chosen(let chosen, let place):
      for row in rows {
        let cell = chosen[first + row]
        let isAnswered = cell & OptionColumn.answered != 0
        target[start + row] = isAnswered ? places[Int(cell >> UInt64(place) & 1)] : Self.empty
      }
    case .row, .ids, .numbers, .dates: for row in rows { target[start + row] = Self.own }
    case .nothing: for row in rows { target[start + row] = Self.empty }
    }
  }

  /// Writes the cell of a row of the table whose place is `own`.
  func write(_ row: Int, to csv: inout CSVWriter) {
    switch source {
    case .row(let table): csv.write(.count(table.record(ofRow: row)))
    case .ids(let texts): csv.write(.text(texts[row]))
    case .numbers(let cells): csv.write(.number(cells[row]))
    case .dates(let cells): csv.write(.text(cells[row]?.iso))
    case .codes, .groups, .chosen, .score, .flags, .nothing: break
    }
  }
}
