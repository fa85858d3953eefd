import Foundation
import Testing

/// The gap tables of four schools that are hard to do justice to, byte for byte: 38 pupils, four leaders,
/// two methods, and all there is.
///
/// `RECORD=1 swift test --filter SchoolGoldenTests` records anew; read them as a head teacher would.
struct SchoolGoldenTests {
  private static let plans = [
    SchoolAudit.fewPupils, SchoolAudit.fourLeaders, SchoolAudit.twoMethods,
    SchoolAudit.everything,
  ]

  @Test(arguments: plans.map(\.name), ["text", "json"])
  func `a school's gap table is the one that was read and kept`(name: String, format: String)
    throws
  {
    let plan = try #require(Self.plans.first { $0.name == name })
    let run = try SchoolAudit.shared(plan).run(["gaps", "--format", format])
    #expect(run.errors.isEmpty)
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Schools/\(name)")
    let file = folder.appending(path: format == "text" ? "gaps.txt" : "gaps.json")
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(run.output.utf8).write(to: file)
      return
    }
    let wanted = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    let difference = firstDifference(run.output, wanted)
    #expect(difference == nil, "\(name), \(difference ?? "")")
  }

  @Test(arguments: plans.map(\.name))
  func `no line of a school's table is wider than 80 columns`(name: String) throws {
    let plan = try #require(Self.plans.first { $0.name == name })
    for line in try SchoolAudit.shared(plan).run(["gaps"]).lines { #expect(line.count <= 80) }
  }
}
