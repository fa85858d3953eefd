import Sociometry
import Testing

struct PartitionTests {
  @Test func `members are listed by group`() {
    let partition = Partition(groups: [1, -1, 0, 1, 3], groupCount: 4)
    #expect(Array(partition.members(of: 0)) == [2])
    #expect(Array(partition.members(of: 1)) == [0, 3])
    #expect(partition.members(of: 2).isEmpty)
    #expect((0..<4).map { partition.size(of: $0) } == [1, 2, 0, 1])
    #expect(partition.group(of: 1) == nil)
    #expect(partition.group(of: 4) == 3)
  }

  @Test func `a whole school is one group`() {
    let whole = Partition.whole(vertexCount: 3)
    #expect(whole.groupCount == 1)
    #expect(Array(whole.members(of: 0)) == [0, 1, 2])
    #expect(Partition.whole(vertexCount: 0).size(of: 0) == 0)
  }
}
