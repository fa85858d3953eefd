import Analysis
import Foundation
import Instruments
import Reports
import Testing

/// How the gap table is written where small groups are held back.
struct AuditGapTests {
  private let plain = TextStyle(colour: false)
  private static let minimums = GroupMinimums([.pupils: 10], others: 6)

  private func release(staff: Int) throws -> Release<GapTable> {
    try AuditSample.gaps(staff: staff, minimums: Self.minimums)
      .released(under: .audit(Self.minimums))
  }

  @Test func `text says the minimums, the school, the framework and own targets`() throws {
    let text = try GapText(release(staff: 8), style: plain, heading: AuditSample.heading).text()
    #expect(text.contains("Component gaps · Larkfield Primary · autumn 2026 · target 70"))
    #expect(text.contains("groups under 10 pupils or 6 others held back"))
    #expect(text.contains("Small pack") && text.contains("Own targets: C1 85."))
  }

  @Test func `a component with too few is suppressed, in text, JSON and CSV`() throws {
    let release = try release(staff: 5)
    let text = GapText(release, style: plain).text()
    #expect(text.contains("too few") && text.contains("staff survey held back"))
    #expect(!text.contains("Optional"))
    let json = try GapJSON.write(release, to: ByteSink()).json
    let minimum = try #require(json["minimum"] as? [String: Int])
    #expect(minimum["pupils"] == 10 && minimum["staff"] == 6 && minimum.count == 6)
    let gap = try #require((json["components"] as? [[String: Any]])?.first)
    #expect(gap["state"] as? String == "suppressed" && gap["index"] is NSNull)
    #expect(gap["target"] as? Double == 85)
    let group = try #require((gap["groups"] as? [[String: Any]])?.first)
    #expect(group["n"] is NSNull && group["n_reason"] as? String == "suppressed")
    #expect(group["index_reason"] as? String == "suppressed")
    let cells = GapCSV.write(release, to: ByteSink()).cells
    #expect(cells.filter { $0.contains("held back") }.count == 3)
  }

  @Test func `a component with the common target does not repeat it`() throws {
    let json = try GapJSON.write(release(staff: 8), to: ByteSink()).json
    let components = try #require(json["components"] as? [[String: Any]])
    #expect(components.map { $0["target"] as? Double } == [85, nil])
  }
}
