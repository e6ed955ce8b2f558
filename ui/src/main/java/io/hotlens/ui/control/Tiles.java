package io.hotlens.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.TilePane;

import java.util.Collection;

/// Nodes side by side, all equally wide, in as many columns as there is room for and no row much
/// emptier than the others.
public final class Tiles extends TilePane {

    private static final double GAP = 16;

    private final double least;

    /// @param least width of a tile
    public Tiles(double least) {
        super(GAP, GAP);
        this.least = least;
        setMinWidth(0);
        setPrefTileWidth(least);
        widthProperty().subscribe(this::arrange);
    }

    public void set(Collection<? extends Node> tiles) {
        if (!getChildren().equals(java.util.List.copyOf(tiles))) {
            getChildren().setAll(tiles);
            arrange();
        }
    }

    private void arrange() {
        int count = Math.max(1, getChildren().size());
        int fitting = Math.clamp((int) ((getWidth() + GAP) / (least + GAP)), 1, count);
        int rows = Math.ceilDiv(count, fitting);
        int columns = Math.ceilDiv(count, rows);
        setPrefColumns(columns);
        setPrefTileWidth(Math.max(least, Math.floor((getWidth() + GAP) / columns) - GAP - 1));
    }
}
