import Diagnostics
import Foundation
import Instruments
import Responses
import Testing

@testable import Store

@Suite struct RoundTripTests {
  @Test func `an audit is made, opened and opened again`() throws {
    let place = NSTemporaryDirectory() + "mhars-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: place) }
    do { _ = try Audit.create(place, plan: "school: Larkfield\n") }
    let audit = try Audit.open(place, for: .writing)
    #expect(try audit.answers().imports().isEmpty)
    #expect(try audit.people().imports().isEmpty)
    let copy = place + "-copy"
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let day = try #require(CalendarDay(iso: "2026-11-22"))
    let backup = try Backup.make(of: audit, at: copy, on: day)
    #expect(backup.rowCount == 0)
    let back = place + "-back"
    defer { try? FileManager.default.removeItem(atPath: back) }
    _ = try Backup.restore(from: copy, to: back)
    #expect(try Audit.open(back, for: .reading).people().imports().isEmpty)
  }
}
