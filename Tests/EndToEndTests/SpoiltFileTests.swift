import Foundation
import Testing

/// A way in which a file goes wrong on its way to the program.
enum Spoil: String, CaseIterable, CustomTestStringConvertible {
  case unclosedQuote, missingColumn, wrongCode, latin1, utf16WithoutMark, raggedRow, emptyFile
  case onlyHeadings, folder, picture, equalIDs

  var testDescription: String { rawValue }

  /// What the message must speak of.
  var word: String {
    switch self {
    case .unclosedQuote: "quotation mark"
    case .missingColumn: "no column"
    case .wrongCode: "is no"
    case .latin1: "UTF-8"
    case .utf16WithoutMark: "UTF-16"
    case .raggedRow: "cells"
    case .emptyFile: "empty"
    case .onlyHeadings: "headings"
    case .folder: "folder"
    case .picture: "picture"
    case .equalIDs: "line"
    }
  }

  /// The spoilt bytes and the line that the message must name (`nil`: the file as a whole).
  func spoil(_ file: SampleFile) throws -> (bytes: [UInt8], line: Int?)? {
    var table = try file.table
    let row = 3
    let last = table.rows.count - 1
    switch self {
    case .unclosedQuote:
      table.rows[last][table.header.count - 1] = "@@"
      return (Array(table.text.replacing("@@", with: "\"open").utf8), table.line(ofRow: last))
    case .missingColumn:
      let column = table.column(file.required)
      for row in table.rows.indices { table.rows[row].remove(at: column) }
      return (Array(table.text.utf8), 1)
    case .wrongCode:
      guard let coded = file.coded else { return nil }
      table.rows[row][table.column(coded)] = "quite often"
      return (Array(table.text.utf8), table.line(ofRow: row))
    case .latin1:
      table.rows[row][table.header.count - 1] += "@@"
      let parts = table.text.split(separator: "@@", maxSplits: 1).map { Array($0.utf8) }
      return (parts[0] + [0xE9] + parts[1], table.line(ofRow: row))
    case .utf16WithoutMark:
      return (table.text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, 1)
    case .raggedRow:
      table.rows[row].removeLast()
      return (Array(table.text.utf8), table.line(ofRow: row))
    case .onlyHeadings:
      guard file.coded != "count" else { return nil }
      return (Array(CSVText(rows: [table.header]).text.utf8), nil)
    case .emptyFile, .folder: return ([], nil)
    case .picture: return ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], nil)
    case .equalIDs:
      guard [SampleFile.roll.path, SampleFile.peers.path].contains(file.path) else { return nil }
      let id = table.column(file.required)
      table.rows[last][id] = table.rows[row][id]
      // Of two answers of one pupil neither counts, so the message begins with the first.
      let first = file.path == SampleFile.roll.path ? last : row
      return (Array(table.text.utf8), table.line(ofRow: first))
    }
  }
}

/// A spoilt file is refused with its place, and nothing is computed from it.
struct SpoiltFileTests {
  @Test(arguments: SampleFile.all, Spoil.allCases)
  func `a spoilt file gets a located message, exit 1 and no figures`(
    file: SampleFile, spoil: Spoil
  ) throws {
    guard let (bytes, line) = try spoil.spoil(file) else { return }
    let scratch = try Scratch()
    var path = try scratch.write(bytes, to: "spoilt.csv")
    if spoil == .folder { path = scratch.url.path }
    let run = try Program.run(file.arguments(reading: path) + ["--format", "json"])
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    let place = path + (line.map { ":\($0):" } ?? ":")
    let first = run.errors.split(separator: "\n").first.map(String.init) ?? ""
    #expect(first.hasPrefix(place), "the message is at another place than \(place): \(first)")
    #expect(first.contains("error:") && first.contains(spoil.word), "\(first)")
  }

  @Test func `every sample file is spoilt in every way that its kind allows`() throws {
    let ways = try SampleFile.all.map { file in
      try Spoil.allCases.count { try $0.spoil(file) != nil }
    }
    #expect(ways == [10, 10, 10, 10, 10, 9, 9, 9, 10, 10, 10, 10])
  }

  @Test func `all faults of a file are reported in one run`() throws {
    let file = SampleFile.surveys[0]
    var table = try file.table
    table.rows[3].removeLast()
    table.rows[5][table.column(file.required)] = "quite often"
    let scratch = try Scratch()
    let path = try scratch.write(table.text, to: "spoilt.csv")
    let run = try Program.run(file.arguments(reading: path))
    #expect(run.errors.contains("\(path):\(table.line(ofRow: 3)):"))
    #expect(run.errors.contains("\(path):\(table.line(ofRow: 5)):"))
    #expect(run.errors.contains("2 errors"))
  }
}
