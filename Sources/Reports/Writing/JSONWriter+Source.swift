import Instruments
import Responses

extension JSONWriter {
  /// The instrument that the figures are of: which version, and a hash of its definition.
  mutating func write(_ instrument: Instrument) {
    object("instrument", inline: true) {
      $0.member("id", instrument.id)
      $0.member("version", instrument.version)
      $0.member("hash", instrument.hash)
    }
  }

  /// Where the records of the file went.
  mutating func write(_ ledger: ImportLedger?) {
    guard let ledger else { return missing("rows", because: "suppressed") }
    object("rows") { json in
      json.member("read", ledger.read)
      json.member("used", ledger.used)
      let reasons = ImportLedger.Exclusion.allCases.filter { ledger.excluded[$0] != nil }
      json.objects("excluded", of: reasons) { reason, json in
        json.member("reason", reason.rawValue)
        json.member("count", ledger.excluded[reason])
      }
      json.member("dialect", ledger.dialect.rawValue)
    }
  }
}
