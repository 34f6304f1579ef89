using Hnn.Plots.Colors;
using Hnn.Plots.Traces;

namespace Hnn.Plots.Pictures;

/// <summary>Draws a panel in a plane: grid, axes and traces.</summary>
internal sealed class PlanePainter
{
    private const double Margin = 0.05;
    private const int MostCells = 2000;

    private readonly Panel _panel;
    private readonly PanelLayout _layout;
    private readonly Brush _brush;
    private readonly AxisScale _x;
    private readonly AxisScale _left;
    private readonly AxisScale? _right;

    public PlanePainter(Panel panel, PanelLayout layout, Brush brush)
    {
        (_panel, _layout, _brush) = (panel, layout, brush);
        var holdsMap = panel.Traces.Any(trace => trace is HeatmapTrace);
        (_x, _left) = (Horizontal(layout.Width), Vertical(layout.Height));
        if (panel.HasEqualScales)
        {
            // The longer side gives way, and the picture stays in the middle.
            var scale = Math.Min(layout.Width / Math.Abs(_x.High - _x.Low), layout.Height / Math.Abs(_left.High - _left.Low));
            (_x, _left) = (Horizontal(scale * Math.Abs(_x.High - _x.Low)), Vertical(scale * Math.Abs(_left.High - _left.Low)));
        }

        if (panel.Right is { } right)
            _right = new AxisScale(right, PanelData.Vertical(panel, right: true), Margin, layout.Bottom, layout.Top);

        AxisScale Horizontal(double width)
        {
            var free = (layout.Width - width) / 2;
            var axis = panel.X with { Min = panel.X.Min ?? First(other => other.X.Min), Max = panel.X.Max ?? First(other => other.X.Max) };
            return new AxisScale(axis, layout.Column.SelectMany(PanelData.Horizontal), panel.HasEqualScales ? Margin : 0, layout.Left + free, layout.Right - free);
        }

        AxisScale Vertical(double height)
        {
            var free = (layout.Height - height) / 2;
            return new AxisScale(panel.Y, PanelData.Vertical(panel, right: false), holdsMap ? 0 : Margin, layout.Bottom - free, layout.Top + free);
        }

        double? First(Func<Panel, double?> limit) => layout.Column.Select(limit).FirstOrDefault(value => value is not null);
    }

    public void Paint()
    {
        PaintAxes();
        using var clip = _brush.Canvas.Clip(new Spot(_layout.Left, _layout.Top - 2), _layout.Width, _layout.Height + 4);
        Dictionary<(bool Inverted, bool Right, int Bar), double> stacks = [];
        foreach (var trace in _panel.Traces)
            Paint(trace, stacks);
    }

    private void PaintAxes()
    {
        var (canvas, bottom) = (_brush.Canvas, _layout.Bottom);
        canvas.Text(_panel.Title, new Spot(_layout.Left, _layout.Top - 12), _brush.Words() with { IsBold = true });
        var hasMap = _panel.Traces.Any(trace => trace is HeatmapTrace);
        foreach (var tick in _x.Ticks(pixelsPerTick: 90))
        {
            var at = _x.Pixel(tick.At);
            canvas.Line([new(at, hasMap ? bottom : _layout.Top), new(at, hasMap ? bottom + 4 : bottom)], _brush.GridPen);
            if (_layout.IsLowest)
                canvas.Text(tick.Text, new Spot(at, bottom + 18), _brush.Words(TextAnchor.Middle));
        }

        foreach (var tick in _left.Ticks(pixelsPerTick: 40))
        {
            var at = _left.Pixel(tick.At);
            canvas.Line([new(hasMap ? _layout.Left - 4 : _layout.Left, at), new(hasMap ? _layout.Left : _layout.Right, at)], _brush.GridPen);
            canvas.Text(tick.Text, new Spot(_layout.Left - 8, at + 4), _brush.Words(TextAnchor.End));
        }

        if (_layout.IsLowest)
            canvas.Text(_panel.X.Label, new Spot((_layout.Left + _layout.Right) / 2, bottom + 40), _brush.Words(TextAnchor.Middle));
        var middle = new Spot(_layout.LabelX, (_layout.Top + bottom) / 2);
        canvas.Text(_panel.Y.Label, middle, _brush.Words(TextAnchor.Middle) with { IsUpward = true });
        if (_right is null)
            return;
        foreach (var tick in _right.Ticks(pixelsPerTick: 40))
            canvas.Text(tick.Text, new Spot(_layout.Right + 6, _right.Pixel(tick.At) + 4), _brush.Words());
        canvas.Text(_right.Axis.Label, middle with { X = _layout.Right + 54 }, _brush.Words(TextAnchor.Middle) with { IsUpward = true });
    }

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
            case TextTrace text:
                foreach (var (at, words) in Spots(text.X, text.Y, y).Zip(text.Texts))
                {
                    if (at is { } spot)
                        _brush.Canvas.Text(words, spot, _brush.Words() with { Color = color });
                }

                break;
            default: throw new ArgumentException($"A {trace.GetType().Name} cannot be drawn in a picture. Add it to {nameof(PlanePainter)}.", nameof(trace));
        }
    }

    private void Paint(LineTrace line, AxisScale y, Color color)
    {
        if (line.Coloring is { } coloring)
        {
            foreach (var (from, to, index) in LinePieces.Between(Spots(line.X, line.Y, y)))
                _brush.Canvas.Line([from, to], new Pen(_brush.Theme.Adapt(coloring.Scale.ColorOf(coloring.In(_brush.Frame)[index])), line.Width, line.Opacity, line.Style));
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
            if (spot is { } at)
                _brush.Canvas.Mark(points.Marker, at, points.Size, values is { } each ? points.Coloring!.Scale.ColorOf(each[index]) : color, points.Opacity);
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
        var lower = Spots(band.X, band.Lower, y).OfType<Spot>().ToArray();
        var upper = Spots(band.X, band.Upper, y).OfType<Spot>().ToArray();
        if (lower.Length > 0 && upper.Length > 0)
            _brush.Canvas.Polygon([.. lower, .. upper.Reverse()], color, band.Opacity);
    }

    private void Paint(HeatmapTrace map, AxisScale y)
    {
        var (columns, rows) = (PanelData.CellEdges(map.X).Select(_x.Pixel).ToArray(), PanelData.CellEdges(map.Y).Select(y.Pixel).ToArray());
        if (columns.Length == 0 || rows.Length == 0)
            return;
        if (map.X.Length * map.Y.Length > MostCells)
            _brush.Canvas.Image(Pixels(map), new Spot(columns[0], Math.Min(rows[0], rows[^1])), columns[^1] - columns[0], Math.Abs(rows[0] - rows[^1]));
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
                var (width, height) = (columns[column + 1] - columns[column], Math.Abs(rows[row] - rows[row + 1]));
                var corner = new Spot(columns[column], Math.Min(rows[row], rows[row + 1]));
                _brush.Canvas.Rectangle(corner, width, height, color, 1);
                var ink = Theme.Light.Background.ContrastTo(color) > 4.5 ? Theme.Light.Background : Theme.Light.Ink;
                if (map.ShowsNumbers)
                    _brush.Canvas.Text(AxisScale.NumberText(value, digits: 3), new Spot(corner.X + (width / 2), corner.Y + (height / 2) + 4), new TextStyle(ink, TextAnchor.Middle));
            }
        }
    }

    // No more cells than the frame has pixels; each shows the number at its centre.
    private PixelGrid Pixels(HeatmapTrace map)
    {
        var (width, height) = (Math.Min(map.X.Length, (int)_layout.Width), Math.Min(map.Y.Length, (int)_layout.Height));
        return new PixelGrid(width, height, (column, row) =>
        {
            var value = map.Values[(int)((height - row - 0.5) / height * map.Y.Length)][(int)((column + 0.5) / width * map.X.Length)];
            return double.IsFinite(value) ? map.Scale.ColorOf(value) : null;
        });
    }

    private IEnumerable<Spot?> Spots(IEnumerable<double> x, IEnumerable<double> y, AxisScale vertical) =>
        x.Zip(y, (across, up) => _x.CanShow(across) && vertical.CanShow(up) ? new Spot(_x.Pixel(across), vertical.Pixel(up)) : (Spot?)null);
}
