import Foundation
import Statistics
import Testing

@testable import Reports

struct JSONWriterTests {
  private func text(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(ByteSink())
    json.object(inline: true, body)
    return json.finish().text
  }

  @Test(arguments: [
    ("plain", #""plain""#), (#"a "b" \c"#, #""a \"b\" \\c""#),
    ("tab\tline\nreturn\r", #""tab\tline\nreturn\r""#),
    ("\u{0}\u{1F}\u{7F}", #""\u0000\u001f\u007f""#), ("é 子 🙂 \u{301}", "\"é 子 🙂 \u{301}\""),
    ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func `text is escaped byte by byte, combining marks or not`(written: String, expected: String)
    throws
  {
    let json = text { $0.member("t", written) }
    #expect(json == "{\"t\": \(expected)}\n")
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: String]
    #expect(read == ["t": written])
  }

  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (1e-300, "1e-300"), (-0.0, "-0.0"), (5, "5.0"),
    (.infinity, "null"), (.nan, "null"),
  ])
  func `figures are written in full, and never as infinity or NaN`(figure: Double, expected: String)
  {
    #expect(text { $0.member("f", figure) } == "{\"f\": \(expected)}\n")
  }

  @Test func `an interval is an object or null`() {
    let interval = Interval(low: 1, high: 2, level: 0.95, method: "t")
    #expect(
      text { $0.member("i", interval) }
        == #"{"i": {"low": 1.0, "high": 2.0, "level": 0.95, "method": "t"}}"# + "\n")
    #expect(text { $0.member("i", nil as Interval?) } == "{\"i\": null}\n")
  }

  @Test func `nested objects and arrays are indented and stay valid`() throws {
    var json = JSONWriter(ByteSink())
    json.object { json in
      json.key("empty")
      json.array { _ in }
      json.key("rows")
      json.array { json in
        for row in 1...2 { json.object(inline: true) { $0.member("row", row) } }
        json.record { $0.write(3) }
      }
    }
    let written = json.finish().text
    #expect(
      written == """
        {
          "empty": [],
          "rows": [
            {"row": 1},
            {"row": 2},
            3
          ]
        }

        """)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(written.utf8)) }
  }

  @Test func `members that are lists or have no figure are written whole`() {
    let json = text { json in
      json.objects("rows", of: 1...2) { $1.member("n", $0) }
      json.member("words", ["a", "b"])
      json.member("mean", 1.5, orBecause: "never asked")
      json.member("n", nil as Int?, orBecause: "not given")
      json.member("interval", nil as Interval?, orBecause: "too few")
      json.object("end") { _ in }
    }
    #expect(
      json == #"{"rows": [{"n": 1}, {"n": 2}], "words": ["a", "b"], "mean": 1.5, "n": null, "#
        + #""n_reason": "not given", "interval": null, "interval_reason": "too few", "end": {}}"#
        + "\n")
  }

  @Test func `a long document is handed on in pieces and loses nothing`() {
    final class Pieces: @unchecked Sendable { var all: [[UInt8]] = [] }
    let pieces = Pieces()
    var json = JSONWriter(ByteSink { pieces.all.append($0) })
    json.array { json in
      for number in 0..<50_000 { json.object(inline: true) { $0.member("n", number) } }
    }
    _ = json.finish()
    let whole = pieces.all.flatMap { $0 }
    #expect(pieces.all.count > 5)
    #expect(String(decoding: whole, as: UTF8.self).split(separator: "\n").count == 50_002)
  }
}
