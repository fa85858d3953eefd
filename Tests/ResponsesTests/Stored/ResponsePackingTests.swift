import Instruments
import Statistics
import Testing

@testable import Responses

struct ResponsePackingTests {
  private static let points = (1...5).map { point("\($0)", "Point \($0)") }
  private static let choices = (0..<62).map { point("c\($0)") }

  /// One item of each format, and further ones so that neighbours differ.
  private static let everything = instrument([
    item("scale", often), item("single", .single(points)), item("few", .multiple(points)),
    item("many", .multiple(choices)), item("number", .number), item("date", .date),
    item("text", .text), item("list", .list),
    item("names", .nominate(NominationRule(scope: .class, limit: 3))), item("last", .text),
  ])

  private static let texts = [
    "", "a", "Zoë", "e\u{301}", "\u{0}", "=1+1", "line\nbreak", "👩‍👩‍👧",
    String(repeating: "x", count: 127),
    String(repeating: "é", count: 64), String(repeating: "long ", count: 4_000),
  ]

  private static func code(_ points: Int, using random: inout SeededGenerator) -> UInt8 {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: CellCode.blank
    case 1: CellCode.unreadable
    case 2: CellCode.firstDeclared + .random(in: 0..<UInt8(usualReasons.count), using: &random)
    default: .random(in: 0..<UInt8(points), using: &random)
    }
  }

  private static func options(_ points: Int, using random: inout SeededGenerator) -> UInt64 {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: 0
    case 1: OptionColumn.unreadable
    default:
      OptionColumn.answered | .random(in: 0...(1 << UInt64(points)) - 1, using: &random)
    }
  }

  private static func number(using random: inout SeededGenerator) -> Double? {
    let known = [nil, 0, -0.0, 0.1, -1, 1e300, .leastNonzeroMagnitude, .greatestFiniteMagnitude]
    if let some = known.randomElement(using: &random), Bool.random(using: &random) { return some }
    return .random(in: -1e6...1e6, using: &random)
  }

  private static func day(using random: inout SeededGenerator) -> CalendarDay? {
    CalendarDay(
      year: .random(in: 1...9_999, using: &random), month: .random(in: 1...14, using: &random),
      day: .random(in: 1...28, using: &random))
  }

  private static func column(
    _ item: Item, _ rows: Int, using random: inout SeededGenerator
  ) -> ItemColumn {
    let range = 0..<rows
    switch item.format {
    case .scale, .single:
      let points = item.format.points
      return .codes(
        CodeColumn(points: points, cells: range.map { _ in code(points.count, using: &random) }))
    case .multiple(let points):
      return .options(
        OptionColumn(
          points: points, cells: range.map { _ in options(points.count, using: &random) }))
    case .number: return .numbers(NumberColumn(cells: range.map { _ in number(using: &random) }))
    case .date: return .dates(DateColumn(cells: range.map { _ in day(using: &random) }))
    case .text, .list, .nominate:
      var column = TextColumn()
      for _ in range { column.append(texts.randomElement(using: &random) ?? "") }
      return .texts(column)
    }
  }

  private static func table(_ seed: UInt64) -> ResponseTable {
    var random = SeededGenerator(seed: seed)
    var table = ResponseTable(instrument: everything)
    table.rowCount = .random(in: 0..<40, using: &random)
    for item in everything.items {
      table.items[item.id] = column(item, table.rowCount, using: &random)
    }
    return table
  }

  private static func packed(_ table: ResponseTable) -> [[UInt8]] {
    let packer = ResponsePacker(table)
    return (0..<table.rowCount).map { row in
      var bytes: [UInt8] = []
      packer.pack(row: row, into: &bytes)
      return bytes
    }
  }

  /// A table of one row, or `nil` where the bytes are none.
  private static func unpacked(_ bytes: [UInt8]) -> ResponseTable? {
    var unpacker = ResponseUnpacker(everything)
    return bytes.withUnsafeBufferPointer { unpacker.append($0) } ? unpacker.table() : nil
  }

  @Test(arguments: 0..<40)
  func `what is packed comes back in every bit`(_ seed: UInt64) throws {
    let table = Self.table(seed)
    var unpacker = ResponseUnpacker(Self.everything)
    for bytes in Self.packed(table) {
      #expect(bytes.withUnsafeBufferPointer { unpacker.append($0) })
    }
    let back = unpacker.table()
    #expect(back == table)
    // Equal numbers may still differ: 0 and -0.
    #expect(Self.packed(back) == Self.packed(table))
  }

  @Test func `an item that a file did not carry comes back blank`() throws {
    var table = ResponseTable(instrument: Self.everything)
    table.rowCount = 2
    for bytes in Self.packed(table) {
      let back = try #require(Self.unpacked(bytes))
      for item in Self.everything.items {
        #expect(back.items[item.id] == ItemColumn.blank(item, rowCount: 1), "\(item.id)")
      }
    }
  }

  @Test func `a table without rows packs nothing and comes back empty`() {
    let table = ResponseUnpacker(Self.everything).table()
    #expect(table.rowCount == 0)
    #expect(Self.packed(table).isEmpty)
    #expect(table.items.values.allSatisfy { $0.count == 0 })
  }

  @Test func `bytes that are cut off or go on are no response`() {
    for bytes in Self.packed(Self.table(7)).prefix(3) {
      for length in bytes.indices.prefix(400) {
        #expect(Self.unpacked(Array(bytes.prefix(length))) == nil)
      }
      #expect(Self.unpacked(bytes + [0]) == nil)
    }
  }

  /// Expects that a table holds nothing that an import could not have put there.
  private static func expectSound(_ table: ResponseTable) {
    for item in everything.items {
      switch table.items[item.id] {
      case .codes(let column)?:
        for code in column.cells {
          let declared = CellCode.firstDeclared..<CellCode.firstDeclared + 2
          #expect(
            code < column.points.count || declared.contains(code) || code >= CellCode.unreadable)
        }
      case .options(let column)?:
        let known = (1 << UInt64(column.points.count)) - 1
        for cell in column.cells {
          #expect(cell & ~(OptionColumn.answered | OptionColumn.unreadable | UInt64(known)) == 0)
        }
      case .numbers(let column)?:
        #expect(column.cells.allSatisfy { $0?.isFinite ?? true })
      case .dates, .texts: break
      case nil: Issue.record("\(item.id) has no column")
      }
      #expect(table.items[item.id]?.count == 1)
    }
  }

  @Test(arguments: 0..<8)
  func `bytes that somebody made up are refused or make a sound table`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = Self.packed(Self.table(seed)) + [[]]
    for _ in 0..<400 {
      var bytes = rows.randomElement(using: &random) ?? []
      switch Int.random(in: 0..<3, using: &random) {
      case 0:
        bytes = (0..<Int.random(in: 0..<80, using: &random)).map { _ in
          .random(in: 0...255, using: &random)
        }
      case 1:
        for _ in 0..<3 where !bytes.isEmpty {
          let place = Int.random(in: 0..<min(bytes.count, 60), using: &random)
          bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
      default:
        let start = Int.random(in: 0...bytes.count, using: &random)
        bytes.removeSubrange(start..<min(bytes.count, start + 4))
        bytes.insert(contentsOf: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F], at: min(start, bytes.count))
      }
      if let table = Self.unpacked(bytes) { Self.expectSound(table) }
    }
  }

  @Test func `every length of a text comes back`() throws {
    let only = instrument([item("text", .text)])
    for length in [0, 1, 126, 127, 128, 129, 16_383, 16_384, 16_385, 2_097_152] {
      var table = ResponseTable(instrument: only)
      table.rowCount = 1
      var column = TextColumn()
      column.append(String(repeating: "x", count: length))
      table.items["text"] = .texts(column)
      var bytes: [UInt8] = []
      ResponsePacker(table).pack(row: 0, into: &bytes)
      var unpacker = ResponseUnpacker(only)
      #expect(bytes.withUnsafeBufferPointer { unpacker.append($0) })
      #expect(unpacker.table() == table, "\(length)")
    }
  }
}
