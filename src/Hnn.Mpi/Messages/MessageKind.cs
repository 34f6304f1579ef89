namespace Hnn.Mpi.Messages;

/// <summary>What a message is about. The numbers stand on the wire and stay as they are.</summary>
internal enum MessageKind : byte
{
    /// <summary>Rank 0 to the parent, first of all: version, MPI library, hosts. Parent to ranks, in answer: how many seconds of silence they may keep.</summary>
    Hello = 1,

    /// <summary>Parent to ranks: a piece of a network, named by its hash and sent once.</summary>
    Part = 2,

    /// <summary>Parent to a rank: trials that it simulates alone.</summary>
    Work = 3,

    /// <summary>Parent to all ranks: one trial that they simulate together, each some of the cells.</summary>
    Cells = 4,

    /// <summary>Parent to ranks: stop a piece of work.</summary>
    Cancel = 5,

    /// <summary>Either way, last of all: nothing more will come.</summary>
    Bye = 6,

    /// <summary>Rank to parent: what came of a trial.</summary>
    Result = 7,

    /// <summary>Rank to parent, and rank 0 to other ranks: a sign of life, with the progress so far.</summary>
    Beat = 8,

    /// <summary>Rank to parent: an exception.</summary>
    Error = 9,

    /// <summary>Rank to parent: a line for the log.</summary>
    Log = 10,

    /// <summary>Either way: so many bytes were taken from the stream.</summary>
    Ack = 11,

    /// <summary>Parent to ranks: time how they meet, or just answer. Rank to parent: the answer.</summary>
    Measure = 12,
}
