import Diagnostics
import Instruments

/// Files in YAML: what is read, or what is wrong with it at a place in the file.
enum InstrumentTarget {
  static func run(_ bytes: [UInt8]) throws {
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D } + 1
    let readers: [(String, ([UInt8], inout DiagnosticSink) -> Bool)] = [
      ("instrument", { InstrumentReader().read($0, file: "x.yaml", into: &$1) != nil }),
      ("pack", { FrameworkReader().read($0, file: "x.yaml", into: &$1) != nil }),
      ("plan", { AuditPlanReader().read($0, file: "x.yaml", into: &$1) != nil }),
    ]
    for (name, read) in readers {
      var sink = DiagnosticSink()
      let isRead = read(bytes, &sink)
      try expect(isRead == !sink.hasErrors, "a \(name) and errors, or neither")
      for fault in sink.diagnostics {
        // A line separator of Unicode ends a line of YAML as well.
        let line = fault.location.line ?? 1
        let last = lines + bytes.count { $0 >= 0x80 }
        try expect(line >= 1 && line <= last, "a fault on line \(line)")
      }
    }
    try hashAgain(bytes)
  }

  /// The hash of an instrument is of what it says, so that reading it again gives the same.
  private static func hashAgain(_ bytes: [UInt8]) throws {
    var sink = DiagnosticSink()
    let reader = InstrumentReader()
    guard let one = reader.read(bytes, file: "x.yaml", into: &sink) else { return }
    var other = DiagnosticSink()
    let kept = reader.selfContained(bytes, one)
    let two = try found(
      reader.read(kept, file: "y.yaml", into: &other), "what is kept of it cannot be read")
    try expect(one == two, "what is kept of it is another instrument")
  }
}
