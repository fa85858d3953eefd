import Glibc
import Testing

@testable import Responses

struct FileSourceTests {
  @Test func `a file that comes through a pipe is read whole, though it can be read only once`() {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = Array("a,b\n1,\"x\n2,y\n".utf8)
    #expect(write(ends[1], text, text.count) == text.count)
    close(ends[1])
    defer { close(ends[0]) }
    let file = OpenedFile(FileSource(path: "/dev/fd/\(ends[0])"))
    #expect(file.header == ["a", "b"])
    #expect(file.faults == ["/dev/fd/\(ends[0]):2:3 unclosed-quote"])
  }

  @Test func `a pipe without end is refused at the size limit`() {
    let file = OpenedFile(FileSource(path: "/dev/zero"), options { $0.sizeLimit = 1 << 20 })
    #expect(file.faults == ["/dev/zero file-too-large"])
  }

  @Test func `a file larger than the limit is refused before it is read`() throws {
    let limit = options { $0.sizeLimit = 10 }
    #expect(OpenedFile("a,b\n1,2\n3,4\n", limit).faults == ["a.csv file-too-large"])
    try withFile(Array("a,b\n1,2\n3,4\n".utf8)) { path in
      #expect(OpenedFile(FileSource(path: path), limit).faults == ["\(path) file-too-large"])
    }
  }

  @Test(arguments: [0, 1, 5, 65_535, 65_536, 65_537])
  func `the head and the bytes of a source are cut exactly`(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
    let source = FileSource(name: "", bytes: bytes)
    #expect(try source.head(5) == Array(bytes.prefix(5)))
    #expect(try source.bytes(atMost: count) == bytes)
    #expect(try count == 0 || source.bytes(atMost: count - 1) == nil)
    #expect(source.size == count)
  }
}
