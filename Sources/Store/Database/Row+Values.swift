import Foundation
import GRDB
import Instruments

/// Values of a row that somebody may have tampered with: a wrong one is damage, not a crash.
extension Row {
  func integer(_ column: String) throws -> Int {
    guard let value = try optionalInteger(column) else { throw wrong(column) }
    return value
  }

  func optionalInteger(_ column: String) throws -> Int? {
    let value: DatabaseValue = self[column]
    if value.isNull { return nil }
    guard let number = Int.fromDatabaseValue(value) else { throw wrong(column) }
    return number
  }

  func text(_ column: String) throws -> String {
    guard let text = try optionalText(column) else { throw wrong(column) }
    return text
  }

  func optionalText(_ column: String) throws -> String? {
    let value: DatabaseValue = self[column]
    if value.isNull { return nil }
    guard let text = String.fromDatabaseValue(value) else { throw wrong(column) }
    return text
  }

  func bytes(_ column: String) throws -> [UInt8] {
    guard let data = Data.fromDatabaseValue(self[column]) else { throw wrong(column) }
    return [UInt8](data)
  }

  /// A day written as 2026-11-22; `nil` for none.
  func day(_ column: String) throws -> CalendarDay? {
    try optionalText(column).flatMap(CalendarDay.init(iso:))
  }

  private func wrong(_ column: String) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_MISMATCH, message: "the column \(column) holds a wrong value")
  }
}
