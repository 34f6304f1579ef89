using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws a panel in a plane: grid, axes and traces.</summary>
internal sealed class PlanePainter
{
    private const int MostCells = 2000;

    // Half of a usual line stands over the frame where the line runs along it.
    private const double Overhang = 2;

    private readonly Panel _panel;
    private readonly PanelLayout _layout;
    private readonly Brush _brush;
    private readonly AxisScale _x;
    private readonly AxisScale _left;
    private readonly AxisScale? _right;

    public PlanePainter(Panel panel, PanelLayout layout, Brush brush)
    {
        (_panel, _layout, _brush) = (panel, layout, brush);
        (_x, _left) = (Across(layout.Width), Up(layout.Height));
        if (panel.HasEqualScales)
        {
            // The longer side gives way, and the picture stays in the middle.
            var scale = Math.Min(layout.Width / Math.Abs(_x.High - _x.Low), layout.Height / Math.Abs(_left.High - _left.Low));
            (_x, _left) = (Across(scale * Math.Abs(_x.High - _x.Low)), Up(scale * Math.Abs(_left.High - _left.Low)));
        }

        if (panel.Right is { } right)
            _right = PanelScales.Right(panel, right, layout.Bottom, layout.Top);

        AxisScale Across(double width)
        {
            var free = (layout.Width - width) / 2;
            return PanelScales.Across(panel, layout.Column, layout.Left + free, layout.Right - free);
        }

        AxisScale Up(double height)
        {
            var free = (layout.Height - height) / 2;
            return PanelScales.Left(panel, layout.Bottom - free, layout.Top + free);
        }
    }

    private bool HoldsMap => PanelData.HasMap(_panel);

    public void Paint()
    {
        PaintAcross();
        PaintLeft();
        if (_right is not null)
            PaintRight(_right);
        Dictionary<(bool Inverted, bool Right, int Bar), double> stacks = [];
        foreach (var trace in _panel.Traces)
        {
            // Marks and words at the edge of the frame are drawn whole; what fills or crosses it is cut off.
            using var clip = trace is PointTrace or TextTrace
                ? null
                : _brush.Canvas.Clip(new Spot(_layout.Left - Overhang, _layout.Top - Overhang), _layout.Width + (2 * Overhang), _layout.Height + (2 * Overhang));
            Paint(trace, stacks);
        }
    }

    private void PaintAcross()
    {
        var (canvas, bottom) = (_brush.Canvas, _layout.Bottom);
        foreach (var tick in PanelScales.TicksAcross(_x, _layout.HasUprightTicks))
        {
            var at = _x.Pixel(tick.At);
            canvas.Line([new(at, HoldsMap ? bottom : _layout.Top), new(at, HoldsMap ? bottom + 4 : bottom)], _brush.GridPen);
            if (!_layout.IsLowest)
                continue;
            if (_layout.HasUprightTicks)
                _brush.Write(tick.Text, new Spot(at + 4, bottom + PanelLayout.TickGap), _brush.Words(TextAnchor.End) with { IsUpward = true }, PanelLayout.MostForTicksBelow);
            else if (at + (InterFont.RoomFor(tick.Text) / 2) < _layout.Outer)
                _brush.Write(tick.Text, new Spot(at, bottom + 18), _brush.Words(TextAnchor.Middle));
        }

        if (_layout.IsLowest)
            _brush.Write(_panel.X.Label, new Spot((_layout.Left + _layout.Right) / 2, bottom + _layout.LabelBelow), _brush.Words(TextAnchor.Middle), _layout.Outer - _layout.Left);
    }

    private void PaintLeft()
    {
        foreach (var tick in PanelScales.TicksUp(_left))
        {
            var at = _left.Pixel(tick.At);
            _brush.Canvas.Line([new(HoldsMap ? _layout.Left - 4 : _layout.Left, at), new(HoldsMap ? _layout.Left : _layout.Right, at)], _brush.GridPen);
            _brush.Write(tick.Text, new Spot(_layout.Left - PanelLayout.TickGap, at + 4), _brush.Words(TextAnchor.End));
        }

        // Among names zero is a row like the others.
        if (!HoldsMap && !_left.Axis.IsLogarithmic && _left.Axis.Ticks.IsEmpty && _left.Low * _left.High < 0)
            _brush.Canvas.Line([new(_layout.Left, _left.Pixel(0)), new(_layout.Right, _left.Pixel(0))], _brush.ZeroPen);
        PaintUpward(_panel.Y.Label, _layout.LabelX);
    }

    private void PaintRight(AxisScale right)
    {
        foreach (var tick in PanelScales.TicksUp(right))
            _brush.Write(tick.Text, new Spot(_layout.Right + PanelLayout.TickGap, right.Pixel(tick.At) + 4), _brush.Words());
        PaintUpward(right.Axis.Label, AxisScale.Rounded(_layout.Right + PanelLayout.RightLabelDistance(right)));
    }

    private void PaintUpward(string label, double x) =>
        _brush.Write(label, new Spot(x, (_layout.Top + _layout.Bottom) / 2), _brush.Words(TextAnchor.Middle) with { IsUpward = true }, _layout.LabelRoom);

    private void Paint(Trace trace, Dictionary<(bool, bool, int), double> stacks)
    {
        var y = trace.UsesRightAxis && _right is not null ? _right : _left;
        var color = _brush.Theme.Adapt(trace.Color);
        switch (trace)
        {
            case LineTrace line: Paint(line, y, color); break;
            case PointTrace points: Paint(points, y, color); break;
            case HistogramTrace histogram: Paint(histogram, y, color, stacks); break;
            case HeatmapTrace map: Paint(map, y); break;
            case BandTrace band: Paint(band, y, color); break;
            case TextTrace text: Paint(text, y, color); break;
            default: throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn in a picture. Add it to {nameof(PlanePainter)}.", nameof(trace));
        }
    }

    private void Paint(LineTrace line, AxisScale y, Color color)
    {
        if (line.Coloring is { } coloring)
        {
            foreach (var (from, to, index) in LinePieces.Between(Spots(line.X, line.Y, y)))
                _brush.EdgedLine([from, to], new Pen(coloring.Scale.ColorOf(coloring.In(_brush.Frame)[index]), line.Width, line.Opacity, line.Style));
            return;
        }

        foreach (var piece in LinePieces.Whole(Spots(line.X, line.Y, y), line.IsStepped))
            _brush.Canvas.Line(piece, new Pen(color, line.Width, line.Opacity, line.Style));
    }

    private void Paint(PointTrace points, AxisScale y, Color color)
    {
        var values = points.Coloring?.In(_brush.Frame);
        foreach (var (spot, index) in Spots(points.X, points.Y, y).Select((spot, index) => (spot, index)))
        {
            if (spot is not { } at || !IsInFrame(at))
                continue;
            if (values is { } each)
                _brush.EdgedMark(points.Marker, at, points.Size, points.Coloring!.Scale.ColorOf(each[index]), points.Opacity);
            else
                _brush.Canvas.Mark(points.Marker, at, points.Size, color, points.Opacity);
        }
    }

    private void Paint(TextTrace text, AxisScale y, Color color)
    {
        foreach (var (spot, words) in Spots(text.X, text.Y, y).Zip(text.Texts))
        {
            if (spot is not { } at || !IsInFrame(at))
                continue;
            // On a heat map whoever chose the colour knows best.
            var ink = HoldsMap ? color : _brush.Readable(color);
            // At the right side a text that would leave the frame ends at its point instead.
            var anchor = at.X + InterFont.RoomFor(words) > _layout.Right ? TextAnchor.End : TextAnchor.Start;
            _brush.Write(words, at, _brush.Words(anchor) with { Color = ink });
        }
    }

    private void Paint(HistogramTrace histogram, AxisScale y, Color color, Dictionary<(bool, bool, int), double> stacks)
    {
        var sign = histogram.IsInverted ? -1 : 1;
        for (var bar = 0; bar < histogram.Counts.Length; bar++)
        {
            if (histogram.Counts[bar] == 0)
                continue;
            var key = (histogram.IsInverted, histogram.UsesRightAxis, bar);
            var below = stacks.GetValueOrDefault(key);
            stacks[key] = below + histogram.Counts[bar];
            var (left, right) = (_x.Pixel(histogram.Edges[bar]), _x.Pixel(histogram.Edges[bar + 1]));
            var (one, other) = (y.Pixel(sign * below), y.Pixel(sign * stacks[key]));
            _brush.Canvas.Rectangle(new Spot(left, Math.Min(one, other)), right - left, Math.Abs(one - other), color, histogram.Opacity);
        }
    }

    private void Paint(BandTrace band, AxisScale y, Color color)
    {
        // A point without one of its ends has neither.
        var both = Spots(band.X, band.Lower, y).Zip(Spots(band.X, band.Upper, y)).Where(pair => pair is { First: not null, Second: not null }).ToArray();
        if (both.Length > 0)
            _brush.Canvas.Polygon([.. both.Select(pair => pair.First!.Value), .. both.Reverse().Select(pair => pair.Second!.Value)], color, band.Opacity);
    }

    private void Paint(HeatmapTrace map, AxisScale y)
    {
        var columns = PanelData.CellEdges(map.X, _panel.X).Select(_x.Pixel).ToArray();
        var rows = PanelData.CellEdges(map.Y, _panel.Y).Select(y.Pixel).ToArray();
        if (columns.Length == 0 || rows.Length == 0)
            return;
        if (map.X.Length * map.Y.Length > MostCells)
            PaintPixels(map, columns, rows);
        else
            PaintCells(map, columns, rows);
    }

    private void PaintCells(HeatmapTrace map, double[] columns, double[] rows)
    {
        for (var row = 0; row < map.Y.Length; row++)
        {
            for (var column = 0; column < map.X.Length; column++)
            {
                var value = map.Values[row][column];
                if (!double.IsFinite(value))
                    continue;
                var color = map.Scale.ColorOf(value);
                var (width, height) = (Math.Abs(columns[column + 1] - columns[column]), Math.Abs(rows[row] - rows[row + 1]));
                var corner = new Spot(Math.Min(columns[column], columns[column + 1]), Math.Min(rows[row], rows[row + 1]));
                _brush.Canvas.Rectangle(corner, width, height, color, 1);
                if (map.ShowsNumbers)
                    WriteNumber(value, new Spot(corner.X + (width / 2), corner.Y + (height / 2) + 4), width, height, InkOn(color));
            }
        }
    }

    // As large as the cell allows; in the smallest cells colour must do.
    private void WriteNumber(double value, Spot at, double width, double height, Color ink)
    {
        var text = AxisScale.NumberText(value, digits: 3);
        double[] sizes = [13, 11, 9];
        foreach (var size in sizes.Where(size => InterFont.RoomFor(text, size) < width && size < height).Take(1))
            _brush.Write(text, at, new TextStyle(ink, TextAnchor.Middle, size));
    }

    // One of black and white has a contrast of 4.5 to any colour.
    private static Color InkOn(Color color) => new[] { new Color(0, 0, 0), new Color(255, 255, 255) }.MaxBy(ink => ink.ContrastTo(color));

    // No more cells than the frame has pixels; each has the colour of the number at its middle, wherever the cells' borders are.
    private void PaintPixels(HeatmapTrace map, double[] columns, double[] rows)
    {
        var corner = new Spot(Math.Min(columns[0], columns[^1]), Math.Min(rows[0], rows[^1]));
        var (width, height) = (Math.Abs(columns[^1] - columns[0]), Math.Abs(rows[^1] - rows[0]));
        var across = CellsAt(columns, corner.X, width, Math.Min(map.X.Length, (int)_layout.Width));
        var down = CellsAt(rows, corner.Y, height, Math.Min(map.Y.Length, (int)_layout.Height));
        var pixels = new PixelGrid(across.Length, down.Length, (column, row) =>
            map.Values[down[row]][across[column]] is var value && double.IsFinite(value) ? map.Scale.ColorOf(value) : null);
        _brush.Canvas.Image(pixels, corner, width, height);
    }

    // The cell at the middle of each of some equal parts of a length.
    private static int[] CellsAt(double[] edges, double begin, double length, int parts)
    {
        var sign = edges[^1] > edges[0] ? 1 : -1;
        var ascending = edges.Select(edge => sign * edge).ToArray();
        return [.. Enumerable.Range(0, parts).Select(part =>
        {
            var found = Array.BinarySearch(ascending, sign * (begin + ((part + 0.5) / parts * length)));
            return Math.Clamp(found >= 0 ? found : ~found - 1, 0, edges.Length - 2);
        })];
    }

    private bool IsInFrame(Spot spot) => spot.X >= _layout.Left && spot.X <= _layout.Right && spot.Y >= _layout.Top && spot.Y <= _layout.Bottom;

    private IEnumerable<Spot?> Spots(IEnumerable<double> x, IEnumerable<double> y, AxisScale vertical) =>
        x.Zip(y, (across, up) => _x.CanShow(across) && vertical.CanShow(up) ? new Spot(_x.Pixel(across), vertical.Pixel(up)) : (Spot?)null);
}
