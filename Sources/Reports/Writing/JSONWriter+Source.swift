import Instruments
import Responses

extension JSONWriter {
  /// The instrument that the figures are of: which version, and a hash of its definition.
  mutating func write(_ instrument: Instrument) {
    key("instrument")
    object(inline: true) {
      $0.member("id", instrument.id)
      $0.member("version", instrument.version)
      $0.member("hash", instrument.hash)
    }
  }

  /// Where the records of the file went.
  mutating func write(_ ledger: ImportLedger) {
    key("rows")
    object { json in
      json.member("read", ledger.read)
      json.member("used", ledger.used)
      json.key("excluded")
      json.array { json in
        for reason in ImportLedger.Exclusion.allCases {
          guard let count = ledger.excluded[reason] else { continue }
          json.object(inline: true) {
            $0.member("reason", reason.rawValue)
            $0.member("count", count)
          }
        }
      }
      json.member("dialect", ledger.dialect.rawValue)
    }
  }
}
