import Diagnostics
import Foundation
import Instruments
import Testing

@testable import Responses
@testable import exports

/// What a tool writes is what comes in, whichever tool it is.
struct RoundTripTests {
  static func survey() throws -> Instrument {
    let file = projectFolder.appending(path: "SampleData/dialects/mini-safety.yaml")
    var sink = DiagnosticSink()
    let bytes = [UInt8](try Data(contentsOf: file))
    return try #require(InstrumentReader().read(bytes, file: "mini-safety.yaml", into: &sink))
  }

  @Test(arguments: DialectWriter.all.indices)
  func `the same answers come in from every tool, and the tool is told`(_ index: Int) throws {
    let writer = DialectWriter.all[index]
    let file = imported(
      writer.export([.example]), for: try Self.survey(), options { $0.recipe = writer.recipe })
    #expect(file.ledger?.dialect == writer.dialect, "\(writer): \(file.messages)")
    for (item, answer) in MiniRecord.example.answers {
      #expect(file.answers(item) == [answer], "\(writer): \(file.messages)")
    }
    #expect(file.ledger?.unreadableCells == 0)
  }

  @Test(arguments: DialectWriter.all.indices)
  func `two thousand drawn answers come back as they were written`(_ index: Int) throws {
    let writer = DialectWriter.all[index]
    var lot = SplitMix(seed: UInt64(index))
    let records = (0..<2_000).map { _ in MiniRecord.drawn(&lot) }
    let file = imported(
      writer.export(records), for: try Self.survey(), options { $0.recipe = writer.recipe })
    try #require(file.outcome != nil, "\(writer): \(file.messages.prefix(3))")
    #expect(file.ledger?.used == records.count { $0 != MiniRecord() || writer.dialect != .plain })
    let expected = records.map(\.answers)
    for item in MiniRecord.example.answers.keys {
      let own = file.answers(item)
      let wrong = zip(own, expected).first { $0.0 != $0.1[item] ?? "" }
      #expect(wrong == nil, "\(writer), \(item)")
    }
  }
}
