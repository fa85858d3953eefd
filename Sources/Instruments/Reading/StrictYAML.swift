import Diagnostics
import Yams

/// The strict profile of YAML in which instruments and framework packs are written.
///
/// A file is UTF-8, indented with spaces, and has one document without tags, anchors, merge keys
/// or repeated keys. Departures are reported at their places, and what can be read is read on.
enum StrictYAML {
  /// The largest file that is read, in bytes.
  static let sizeLimit = 1 << 20

  /// Reads a file into a tree of located texts.
  ///
  /// - Returns: The root, or `nil` when the file is not YAML or holds nothing; the sink says why.
  static func read(_ bytes: [UInt8], file: String, into sink: inout DiagnosticSink) -> YAMLNode? {
    guard let text = decode(bytes, file: file, into: &sink) else { return nil }
    let source = SourceText(text, file: file)
    var scanner = YAMLScanner(source)
    scanner.scan()
    for finding in scanner.findings {
      sink.error(finding.message, at: span(of: finding, in: source))
    }
    guard scanner.isReadable else { return nil }
    do {
      let cleaned = String(String.UnicodeScalarView(scanner.scalars))
      let parser = try Parser(yaml: cleaned, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        sink.error(.emptyFile, at: Location(file: file))
        return nil
      }
      let builder = YAMLTreeBuilder(source: source, ends: scanner.ends)
      return builder.tree(root, into: &sink)
    } catch let error as YamlError {
      let fault = YAMLSyntaxFault(error, source: source, hints: scanner.hints)
      sink.error(fault.message, at: fault.span)
    } catch {
      sink.error(.unreadable, at: Location(file: file))
    }
    return nil
  }

  private static func span(of finding: YAMLScanner.Finding, in source: SourceText) -> Span {
    source.span(finding.range.lowerBound, finding.range.upperBound)
  }

  private static func decode(
    _ bytes: [UInt8], file: String, into sink: inout DiagnosticSink
  ) -> String? {
    let place = Location(file: file)
    guard bytes.count <= sizeLimit else {
      sink.error(.tooLarge(bytes.count), at: place)
      return nil
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      sink.error(.utf16, at: place)
      return nil
    }
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    guard let text = String(validating: content, as: UTF8.self) else {
      let valid = validPrefix(content)
      let source = SourceText(valid, file: file)
      sink.error(.notUTF8, at: source.span(source.scalars.count, source.scalars.count))
      return nil
    }
    return text
  }

  /// The text before the first byte that is not UTF-8.
  private static func validPrefix(_ bytes: ArraySlice<UInt8>) -> String {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var text = String.UnicodeScalarView()
    while case .scalarValue(let scalar) = decoder.decode(&iterator) { text.append(scalar) }
    return String(text)
  }
}
